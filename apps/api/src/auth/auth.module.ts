import { Global, Module } from '@nestjs/common';
import { AccessGuard } from './access.guard.ts';
import { Accounts } from './accounts.ts';
import { Devices } from './devices.ts';
import { InvitationsController } from './invitations.controller.ts';
import { MeController } from './me.controller.ts';
import { OneTimeTokens } from './one-time-tokens.ts';
import { Sessions } from './sessions.ts';
import { SignInController } from './sign-in.controller.ts';
import { SignInService } from './sign-in.service.ts';
import { SiteKey } from './site-key.ts';
import { SlowDown } from './slow-down.ts';
import { Uploads } from './uploads.ts';

@Global()
@Module({
  controllers: [SignInController, InvitationsController, MeController],
  providers: [AccessGuard, Accounts, Devices, OneTimeTokens, Sessions, SignInService, SiteKey, SlowDown, Uploads],
  exports: [AccessGuard, Accounts, Devices, OneTimeTokens, Sessions, SiteKey, SlowDown, Uploads],
})
export class AuthModule {}
