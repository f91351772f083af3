import { type DynamicModule, Module } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Contacts } from './contacts.ts';
import { Database } from './database.ts';
import type { FeedId } from './feed-id.ts';
import { Listener } from './listener.ts';
import { Media } from './media.ts';

@Module({})
export class DatabaseModule {
  /** @param source initialised, working under the application's role. */
  static with(source: DataSource, feedId: FeedId): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: Database, useFactory: () => new Database(source, feedId) }, Listener, Contacts, Media],
      exports: [Database, Listener, Contacts, Media],
    };
  }
}
