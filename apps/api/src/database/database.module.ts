import { type DynamicModule, Module } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Contacts } from './contacts.ts';
import { Database } from './database.ts';
import { Listener } from './listener.ts';

@Module({})
export class DatabaseModule {
  /** @param source initialised, working under the application's role. */
  static with(source: DataSource, feedId: string): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: Database, useFactory: () => new Database(source, feedId) }, Listener, Contacts],
      exports: [Database, Listener, Contacts],
    };
  }
}
