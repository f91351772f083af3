import { Module } from '@nestjs/common';
import { AppFilesController } from './app-files.controller.ts';
import { BankController } from './bank/bank.controller.ts';
import { BankRepository } from './bank/bank.repository.ts';
import { BankService } from './bank/bank.service.ts';
import { ClipsRepository } from './clips.repository.ts';
import { ContactPages } from './contact-pages.ts';
import { CurriculumController } from './curriculum.controller.ts';
import { CourseDrafts } from './drafts/course-drafts.ts';
import { DraftsController } from './drafts/drafts.controller.ts';
import { DraftsRepository } from './drafts/drafts.repository.ts';
import { DraftsService } from './drafts/drafts.service.ts';
import { PublicationsRepository } from './drafts/publications.repository.ts';
import { PublishService } from './drafts/publish.service.ts';
import { RecordingController } from './drafts/recording.controller.ts';
import { RecordingService } from './drafts/recording.service.ts';
import { ReviewController } from './drafts/review.controller.ts';
import { ReviewsRepository } from './drafts/reviews.repository.ts';
import { ReviewsService } from './drafts/reviews.service.ts';
import { SeededDrafts } from './drafts/seeded-drafts.ts';
import { TreeService } from './drafts/tree.service.ts';
import { ExchangeController } from './exchange/exchange.controller.ts';
import { GiftService } from './exchange/gift/gift.service.ts';
import { CoursePackage } from './exchange/package/course-package.ts';
import { PackageFiles } from './exchange/package/package-files.ts';
import { PackageWriter } from './exchange/package/package-writer.ts';
import { PackageService } from './exchange/package/package.service.ts';
import { PackagePlace } from './exchange/package/place.ts';
import { XliffService } from './exchange/xliff/xliff.service.ts';
import { GlossaryController } from './glossary/glossary.controller.ts';
import { GlossaryRepository } from './glossary/glossary.repository.ts';
import { Narrations } from './narrations.ts';
import { PagePolicy } from './page-policy.ts';
import { PagesController } from './pages.controller.ts';
import { Pages } from './pages.ts';
import { Publisher } from './publisher.ts';
import { Seeding } from './seeding.ts';
import { Snapshots } from './snapshots.ts';
import { SourcesController } from './sources/sources.controller.ts';
import { SourcesRepository } from './sources/sources.repository.ts';
import { SourcesService } from './sources/sources.service.ts';

@Module({
  controllers: [AppFilesController, BankController, CurriculumController, DraftsController, ExchangeController, GlossaryController, RecordingController, ReviewController, SourcesController, PagesController],
  providers: [
    BankRepository,
    BankService,
    ClipsRepository,
    ContactPages,
    CourseDrafts,
    CoursePackage,
    DraftsRepository,
    DraftsService,
    GiftService,
    GlossaryRepository,
    Narrations,
    PackageFiles,
    PackagePlace,
    PackageService,
    PackageWriter,
    PagePolicy,
    Pages,
    PublicationsRepository,
    PublishService,
    Publisher,
    RecordingService,
    ReviewsRepository,
    ReviewsService,
    SeededDrafts,
    Seeding,
    Snapshots,
    SourcesRepository,
    SourcesService,
    TreeService,
    XliffService,
  ],
})
export class CurriculumModule {}
