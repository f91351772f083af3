import { Injectable, type OnModuleInit } from '@nestjs/common';
import { contentSecurityPolicy } from '../../http/security-headers.ts';
import { readRenderMeta } from './renderer.ts';

/** The Content-Security-Policy that fits the pages of this build. */
@Injectable()
export class PagePolicy implements OnModuleInit {
  value = '';

  async onModuleInit(): Promise<void> {
    this.value = contentSecurityPolicy(await readRenderMeta());
  }
}
