import { Module } from '@nestjs/common';
import { CourseEntries } from './course-entries.ts';
import { EntryStore } from './entry-store.ts';
import { Finder } from './finder.ts';
import { Indexer } from './indexer.ts';
import { SearchController } from './search.controller.ts';
import { SearchService } from './search.service.ts';
import { Surroundings } from './surroundings.ts';

@Module({ controllers: [SearchController], providers: [CourseEntries, EntryStore, Finder, Indexer, SearchService, Surroundings] })
export class SearchModule {}
