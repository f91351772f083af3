import { Global, Module } from '@nestjs/common';
import { Metrics } from './metrics.ts';
import { OpenApi } from './openapi.ts';
import { SystemController } from './system.controller.ts';

@Global()
@Module({ controllers: [SystemController], providers: [Metrics, OpenApi], exports: [Metrics, OpenApi] })
export class HttpModule {}
