import { Module } from '@nestjs/common';
import { PeopleListController } from './people-list.controller.ts';
import { PeopleList } from './people-list.ts';

@Module({ controllers: [PeopleListController], providers: [PeopleList] })
export class ScreensModule {}
