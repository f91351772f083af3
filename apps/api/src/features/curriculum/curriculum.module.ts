import { Module } from '@nestjs/common';
import { AppFilesController } from './app-files.controller.ts';
import { CurriculumController } from './curriculum.controller.ts';
import { Narrations } from './narrations.ts';
import { PagePolicy } from './page-policy.ts';
import { PagesController } from './pages.controller.ts';
import { Pages } from './pages.ts';
import { Publisher } from './publisher.ts';
import { Seeding } from './seeding.ts';
import { Snapshots } from './snapshots.ts';

@Module({
  controllers: [AppFilesController, CurriculumController, PagesController],
  providers: [Narrations, PagePolicy, Pages, Publisher, Seeding, Snapshots],
})
export class CurriculumModule {}
