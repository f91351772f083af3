import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

interface Operation {
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

type Document = { paths: Record<string, Record<string, Operation>> };

/** Checks answers against the OpenAPI document that the same server publishes. */
export class OpenApiCheck {
  readonly #document: Document;
  readonly #ajv: Ajv2020;

  constructor(document: unknown) {
    this.#document = document as Document;
    this.#ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(this.#ajv);
    this.#ajv.addSchema(document as object, 'openapi');
  }

  /** @throws Error naming the operation when the answer is not one that the document promises. */
  check(method: string, path: string, status: number, type: string, body: unknown): void {
    const template = Object.keys(this.#document.paths).sort(byParameters).find((candidate) => matches(candidate, path));
    if (!template) throw new Error(`${method} ${path} is not in the OpenAPI document`);
    const response = this.#document.paths[template]?.[method.toLowerCase()]?.responses[status];
    if (!response) throw new Error(`${method} ${template}: status ${status} is not in the OpenAPI document: ${JSON.stringify(body)}`);
    const content = Object.entries(response.content ?? {})[0];
    if (!content) {
      if (body !== undefined) throw new Error(`${method} ${template} ${status} promises no body`);
      return;
    }
    if (!/json/.test(content[0])) {
      if (!response.content?.[type]) throw new Error(`${method} ${template} ${status} promises ${Object.keys(response.content ?? {}).join(', ')} and sent ${type}`);
      return;
    }
    if (!/json/.test(type)) throw new Error(`${method} ${template} ${status} promises JSON and sent ${type}`);
    const pointer = ['paths', template, method.toLowerCase(), 'responses', String(status), 'content', content[0], 'schema'].map(escape).join('/');
    const validate = this.#ajv.getSchema(`openapi#/${pointer}`) ?? this.#ajv.compile({ $ref: `openapi#/${pointer}` });
    if (!validate(body)) throw new Error(`${method} ${template} ${status}: ${this.#ajv.errorsText(validate.errors)}: ${JSON.stringify(body).slice(0, 400)}`);
  }
}

function escape(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function matches(template: string, path: string): boolean {
  return new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path);
}

/** `/people/search` before `/people/{id}`. */
function byParameters(a: string, b: string): number {
  return a.split('{').length - b.split('{').length;
}
