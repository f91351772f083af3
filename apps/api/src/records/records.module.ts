import { Global, Module } from '@nestjs/common';
import { AppendRepository } from './append.repository.ts';
import { AppendService } from './append.service.ts';
import { Committer } from './committer.ts';
import { DeviceBinding } from './device-binding.ts';
import { HeldRecords } from './held-records.ts';
import { RecordCheck } from './record-check.ts';
import { SealingKeys } from './sealing-keys.ts';
import { Unsealer } from './unsealer.ts';
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
  providers: [AppendRepository, AppendService, Committer, DeviceBinding, FeedService, HeldRecords, ProgressService, Published, RecordCheck, RoleHistory, SealingKeys, StandingJob, SubjectScope, Unsealer],
  exports: [Committer, DeviceBinding, Published, SealingKeys, Unsealer, StandingJob, SubjectScope],
})
export class RecordsModule {}
