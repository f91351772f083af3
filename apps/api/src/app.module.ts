import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { AccessGuard } from './auth/access.guard.ts';
import { AuthModule } from './auth/auth.module.ts';
import { Config } from './config/options.ts';
import { DatabaseModule } from './database/database.module.ts';
import type { FeedId } from './database/feed-id.ts';
import { CurriculumModule } from './features/curriculum/curriculum.module.ts';
import { DirectoryModule } from './features/directory/directory.module.ts';
import { MediaModule } from './features/media/media.module.ts';
import { PeopleModule } from './features/people/people.module.ts';
import { SearchModule } from './features/search/search.module.ts';
import { HttpModule } from './http/http.module.ts';
import { Log } from './http/log.ts';
import { RecordsModule } from './records/records.module.ts';
import { ScreensModule } from './screens/screens.module.ts';

/** Where the parts meet. The curriculum stands last: its pages answer every path that nobody else took. */
@Module({})
export class AppModule {
  static with(config: Config, source: DataSource, feedId: FeedId, log: Log): DynamicModule {
    return {
      module: AppModule,
      imports: [
        {
          module: ConfigModule,
          global: true,
          providers: [
            { provide: Config, useValue: config },
            { provide: Log, useValue: log },
          ],
          exports: [Config, Log],
        },
        DatabaseModule.with(source, feedId),
        HttpModule,
        AuthModule,
        RecordsModule,
        DirectoryModule,
        MediaModule,
        PeopleModule,
        SearchModule,
        ScreensModule,
        CurriculumModule,
      ],
      providers: [{ provide: APP_GUARD, useExisting: AccessGuard }],
    };
  }
}

@Module({})
class ConfigModule {}
