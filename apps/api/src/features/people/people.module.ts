import { Module } from '@nestjs/common';
import { Demo } from './demo.ts';
import { PeopleController } from './people.controller.ts';
import { PeopleRepository } from './people.repository.ts';
import { PeopleService } from './people.service.ts';

@Module({ controllers: [PeopleController], providers: [Demo, PeopleRepository, PeopleService] })
export class PeopleModule {}
