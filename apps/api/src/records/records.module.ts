import { Global, Module } from '@nestjs/common';
import { AppendRepository } from './append.repository.ts';
import { AppendService } from './append.service.ts';
import { Committer } from './committer.ts';
import { FeedService } from './feed.service.ts';
import { ProgressService } from './progress.service.ts';
import { Published } from './published.ts';
import { RecordsController } from './records.controller.ts';
import { RoleHistory } from './role-history.ts';
import { StandingJob } from './standing.job.ts';
import { SubjectScope } from './subject-scope.ts';

@Global()
@Module({
  controllers: [RecordsController],
  providers: [AppendRepository, AppendService, Committer, FeedService, ProgressService, Published, RoleHistory, StandingJob, SubjectScope],
  exports: [Committer, Published, StandingJob, SubjectScope],
})
export class RecordsModule {}
