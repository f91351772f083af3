import { createCipheriv, createHash, diffieHellman, generateKeyPairSync, createPublicKey, type KeyObject, randomBytes, randomUUID, sign } from 'node:crypto';
import type pg from 'pg';
import type { Envelope } from '@seek-justice/domain/records/envelope.ts';
import { canonical, type Json } from '@seek-justice/domain/kernel/canonical.ts';
import { SEAL_HEADER, type SealingKey } from '@seek-justice/domain/records/sealed.ts';
import type { Client } from '../load/drive.ts';
import { requestBytes } from '../load/request.ts';
import type { Answer } from '../load/response-reader.ts';
import type { Learner } from '../servers/sign-in.ts';
import type { StoredBody } from '../stored/bodies.ts';
import { allStored, TOGETHER } from './batch-phone.ts';

/** A phone whose key is bound to its person. */
interface BoundPhone {
  device: string;
  person: string;
  key: KeyObject;
  seq: number;
}

/** One carried file as a request, and the ids in it. */
export interface CarriedFile {
  ids: string[];
  request: Buffer;
}

/** Binds one new phone to each of 200 of the demo's learners, past HTTP. */
export async function bindPhones(owner: pg.Client): Promise<BoundPhone[]> {
  const { rows } = await owner.query<{ account: string; person: string }>(
    `SELECT id AS account, person_id AS person FROM accounts WHERE kind = 'learner' ORDER BY created_at, id LIMIT $1`,
    [TOGETHER],
  );
  if (rows.length < TOGETHER) throw new Error(`The demo has ${rows.length} learners, not ${TOGETHER}.`);
  const phones: BoundPhone[] = [];
  for (const { account, person } of rows) {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const device = randomUUID();
    const key = Buffer.concat([Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
    await owner.query('INSERT INTO devices (id, account_id, key, token_hash) VALUES ($1, $2, $3, $4)', [device, account, key, randomBytes(32)]);
    phones.push({ device, person, key: privateKey, seq: 1 });
  }
  return phones;
}

/** The key that phones seal to, as a page of the API carries it. */
export async function sealingKeyOf(url: string): Promise<SealingKey> {
  const page = await (await fetch(`${url}/learn?lang=en`)).text();
  const json = /id="page">(.*?)<\/script>/.exec(page)?.[1];
  if (!json) throw new Error('The page carries no data.');
  return (JSON.parse(json) as { sealTo: SealingKey }).sealTo;
}

function sized(text: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, Buffer.from(text)]);
}

/** Seals as a phone does whose page has just been opened: with an ephemeral key that the server has not seen. */
function seal(rid: string, text: string, { kid, x, y }: SealingKey): string {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const secret = diffieHellman({ privateKey: own.privateKey, publicKey: createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' }) });
  const round = Buffer.concat([Buffer.from([0, 0, 0, 1]), secret, sized(SEAL_HEADER.enc), sized(''), sized(''), Buffer.from([0, 0, 1, 0])]);
  const epk = own.publicKey.export({ format: 'jwk' });
  const header = Buffer.from(JSON.stringify({ ...SEAL_HEADER, kid, epk: { kty: 'EC', crv: 'P-256', x: epk.x, y: epk.y }, rid })).toString('base64url');
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', createHash('sha256').update(round).digest(), iv);
  cipher.setAAD(Buffer.from(header));
  const content = Buffer.concat([cipher.update(text), cipher.final()]);
  return [header, '', iv.toString('base64url'), content.toString('base64url'), cipher.getAuthTag().toString('base64url')].join('.');
}

function signed(phone: BoundPhone, { type, text }: StoredBody): { id: string; text: string } {
  const id = randomUUID();
  const { device, person } = phone;
  const body = JSON.parse(text) as Envelope['body'];
  const envelope = { id, subject: person, actor: person, type, v: 1, device, deviceSeq: phone.seq++, occurredAt: '2026-11-20T02:15:30.000Z', after: null, body };
  const sig = sign('sha256', Buffer.from(canonical(envelope as unknown as Json)), { key: phone.key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  return { id, text: canonical({ ...envelope, sig } as unknown as Json) };
}

/** Makes a file of one record of each phone, as a request of the learner who carries it. */
export function carriedFile(url: string, carrier: Learner, phones: readonly BoundPhone[], bodies: readonly StoredBody[], to: SealingKey): CarriedFile {
  const made = phones.map((phone, index) => signed(phone, bodies[(phone.seq * 7 + index) % bodies.length] as StoredBody));
  const records = made.map(({ id, text }) => seal(id, text, to));
  const headers = { 'content-type': 'application/json', origin: new URL(url).origin, cookie: carrier.cookie };
  return { ids: made.map(({ id }) => id), request: requestBytes('POST', `${url}/api/records`, headers, JSON.stringify({ records })) };
}

/** Hands in one file after the other, as many as there are. */
export class Carrier implements Client {
  readonly acknowledged: string[] = [];
  readonly #files: CarriedFile[];
  #sent: CarriedFile | undefined;

  /** @param files shared by all who carry; each takes the next. */
  constructor(files: CarriedFile[]) {
    this.#files = files;
  }

  next(): Buffer | null {
    this.#sent = this.#files.pop();
    return this.#sent?.request ?? null;
  }

  answered(answer: Answer): void {
    allStored(answer);
    this.acknowledged.push(...(this.#sent?.ids ?? []));
  }
}
