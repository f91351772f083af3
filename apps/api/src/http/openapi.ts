import { Injectable } from '@nestjs/common';

/** The OpenAPI document, filled in once all routes are known. */
@Injectable()
export class OpenApi {
  document: unknown = null;
}
