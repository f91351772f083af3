import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { MediaUse } from '@seek-justice/contracts/endpoints/upload.ts';
import { Config } from '../config/options.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Account } from './account.ts';

/** How long an upload waits for its end, or for being used. */
export const UPLOAD_HOURS = 24;

/** An upload as it lies on the disk. */
export interface Upload {
  path: string;
  use: MediaUse;
  /** How many bytes it is to have. */
  size: number;
  /** How many have come. */
  arrived: number;
}

interface Noted {
  /** What was made of it; then its bytes are gone. */
  made?: unknown;
  size?: number;
  creation_date?: string;
  metadata?: { use?: MediaUse; account?: string };
}

const ID = /^[0-9a-f]{32}$/;

/** What people are sending or have sent: a file and a note beside it, never a name. Each belongs to the account that began it. */
@Injectable()
export class Uploads {
  readonly #config: Config;

  constructor(config: Config) {
    this.#config = config;
  }

  /** Where they lie; processes that share a database share it too. */
  get folder(): string {
    const { mediaDir } = this.#config.options;
    if (!mediaDir) throw new Error('There is no place for uploads: start with a media directory.');
    return join(mediaDir, 'uploads');
  }

  /**
   * An upload of this account. Somebody else's answers like one that was never there.
   * @throws ProblemError `upload_gone`
   */
  async find(by: Account, id: string): Promise<Upload & Pick<Noted, 'made'>> {
    const found = ID.test(id) && this.#config.options.mediaDir ? await this.#read(id) : null;
    if (!found || found.account !== by.id) throw new ProblemError('upload_gone');
    return found.upload;
  }

  /**
   * Makes something of an upload that has arrived as a whole. Then its bytes, which may tell of people and places, are
   * removed at once; what was made of it is remembered, so that asking again is safe.
   * @throws ProblemError `upload_gone`, `upload_unfinished`; `bad_request` when it was sent for something else.
   */
  async use<Made>(by: Account, id: string, use: MediaUse, make: (path: string) => Promise<Made>): Promise<Made> {
    const { path, made, ...upload } = await this.find(by, id);
    if (upload.use !== use) throw new ProblemError('bad_request', { fields: ['upload'] });
    if (made !== undefined) return made as Made;
    if (upload.arrived !== upload.size) throw new ProblemError('upload_unfinished');
    const result = await make(path);
    const note = JSON.parse(await readFile(`${path}.json`, 'utf8')) as Noted;
    await writeFile(`${path}.json`, JSON.stringify({ ...note, made: result }));
    await rm(path, { force: true });
    return result;
  }

  /** Removes what is older than a day, whole or not. Several processes may do it at once. */
  async sweep(now = Date.now()): Promise<void> {
    if (!this.#config.options.mediaDir) return;
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name);
      const { mtimeMs } = (await stat(path).catch(() => null)) ?? { mtimeMs: now };
      if (now - mtimeMs > UPLOAD_HOURS * 3_600_000) await rm(path, { recursive: true, force: true });
    }
  }

  async #read(id: string): Promise<{ account: string; upload: Upload & Pick<Noted, 'made'> } | null> {
    const path = join(this.folder, id);
    try {
      const { size: wanted, metadata, creation_date: begun = '', made } = JSON.parse(await readFile(`${path}.json`, 'utf8')) as Noted;
      if (wanted === undefined || !metadata?.use || !metadata.account || !(Date.now() - Date.parse(begun) < UPLOAD_HOURS * 3_600_000)) return null;
      const arrived = made === undefined ? (await stat(path)).size : wanted;
      return { account: metadata.account, upload: { path, use: metadata.use, size: wanted, arrived, made } };
    } catch (error) {
      // Also what is just being thrown away: its note goes after its file.
      if ((error as { code?: string }).code === 'ENOENT' || error instanceof SyntaxError) return null;
      throw error;
    }
  }
}
