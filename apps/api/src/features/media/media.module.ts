import { Module } from '@nestjs/common';
import { Collection } from './collection.ts';
import { Intake } from './intake.ts';
import { MediaController } from './media.controller.ts';
import { Tus } from './tus.ts';
import { UploadsController } from './uploads.controller.ts';

@Module({ controllers: [UploadsController, MediaController], providers: [Collection, Intake, Tus] })
export class MediaModule {}
