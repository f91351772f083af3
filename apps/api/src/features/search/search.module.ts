import { Module } from '@nestjs/common';
import { EntryStore } from './entry-store.ts';
import { Indexer } from './indexer.ts';
import { SearchController } from './search.controller.ts';
import { SearchService } from './search.service.ts';
import { Surroundings } from './surroundings.ts';

@Module({ controllers: [SearchController], providers: [EntryStore, Indexer, SearchService, Surroundings] })
export class SearchModule {}
