import { Global, Module } from '@nestjs/common';
import { Joins } from '../../records/joins.ts';
import { CohortsController } from './cohorts.controller.ts';
import { CohortsRepository } from './cohorts.repository.ts';
import { CohortsService } from './cohorts.service.ts';
import { Demo } from './demo.ts';
import { JoinController } from './join.controller.ts';
import { JoinService } from './join.service.ts';
import { PeopleController } from './people.controller.ts';
import { PeopleRepository } from './people.repository.ts';
import { PeopleService } from './people.service.ts';
import { PeopleKeys } from './people-keys.ts';
import { SamePersonService } from './same-person.ts';

/** Global, because records that are handed in may hold joins among them. */
@Global()
@Module({
  controllers: [PeopleController, CohortsController, JoinController],
  providers: [CohortsRepository, CohortsService, Demo, JoinService, PeopleKeys, PeopleRepository, PeopleService, SamePersonService, { provide: Joins, useExisting: JoinService }],
  exports: [Joins],
})
export class PeopleModule {}
