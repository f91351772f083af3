import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';

/**
 * The OpenAPI 3.1 document of all routes. Schemas are converted by zod itself: the default converter writes 3.0, where
 * an enumeration that may be null cannot be said.
 */
export function openApiDocument(app: INestApplication, version: string): unknown {
  const config = new DocumentBuilder().setTitle('Seek Justice').setVersion(version).setOpenAPIVersion('3.1.0').build();
  return SwaggerModule.createDocument(app, config, {
    standardSchemaConverter: (schema, { schemaType }) => {
      const { $defs, $schema: _dialect, ...converted } = z.toJSONSchema(schema as z.ZodType, { io: schemaType, unrepresentable: 'any' });
      return { schema: converted, components: $defs ?? {} };
    },
  });
}
