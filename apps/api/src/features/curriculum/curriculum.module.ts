import { Module } from '@nestjs/common';
import { CurriculumController } from './curriculum.controller.ts';
import { PagePolicy } from './page-policy.ts';
import { PagesController } from './pages.controller.ts';
import { Pages } from './pages.ts';
import { Publisher } from './publisher.ts';
import { Seeding } from './seeding.ts';
import { Snapshots } from './snapshots.ts';

@Module({
  controllers: [CurriculumController, PagesController],
  providers: [PagePolicy, Pages, Publisher, Seeding, Snapshots],
})
export class CurriculumModule {}
