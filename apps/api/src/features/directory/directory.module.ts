import { Module } from '@nestjs/common';
import { ContactsController } from './contacts.controller.ts';
import { NamedInTexts } from './named-in.ts';
import { OfficeContactsController } from './office-contacts.controller.ts';
import { OfficeContactsRepository } from './office-contacts.repository.ts';
import { OfficeContactsService } from './office-contacts.service.ts';

@Module({ controllers: [ContactsController, OfficeContactsController], providers: [NamedInTexts, OfficeContactsRepository, OfficeContactsService] })
export class DirectoryModule {}
