/** How one API process is started. */
export interface ApiOptions {
  connection: ConnectionOptions;
  host: string;
  /** 0 lets the system choose. */
  port: number;
  /** Address that people type, where it differs from host and port; https is what makes sign-in safe beyond loopback. */
  publicUrl?: string | undefined;
  /** Proxies whose X-Forwarded-For is believed: addresses or networks, comma-separated. None unless told. */
  trustProxy?: string | undefined;
  /** Fill in synthetic people and accept their printed codes. */
  demo?: boolean;
  /** Folder for media files, by hash, and for uploads under way; without it there are none. */
  mediaDir?: string | undefined;
  /** Where media files lie instead of on the disk. */
  mediaS3?: S3Options | undefined;
  /** Folder of recordings to publish instead of the seeded ones (tests). */
  narration?: string | undefined;
  /** Where logs go; standard error unless told. Tests give their own. */
  logTo?: { write(line: string): void };
}

/** A bucket that speaks S3. */
export interface S3Options {
  /** Address without the bucket, `https://s3.example.org`. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export type ConnectionOptions =
  | { connectionString: string }
  | { host: string; port: number; user: string; database: string; password?: string | undefined };

/** What the rest of the program asks about its options. */
export class Config {
  readonly options: ApiOptions;
  /** Set once the server listens: the port may have been chosen by the system. */
  port: number;

  constructor(options: ApiOptions) {
    this.options = options;
    this.port = options.port;
  }

  get isLoopback(): boolean {
    return ['127.0.0.1', 'localhost', '::1'].includes(this.options.host);
  }

  get isHttps(): boolean {
    return this.options.publicUrl?.startsWith('https://') ?? false;
  }

  /** Codes, PINs and cookies never travel in the clear beyond this machine. */
  get signInAllowed(): boolean {
    return this.isLoopback || this.isHttps;
  }

  get url(): string {
    return this.options.publicUrl ?? `http://${this.options.host}:${this.port}`;
  }

  /** `host[:port]` values under which this installation is reached. */
  get ownHosts(): string[] {
    const loopback = ['127.0.0.1', 'localhost', '[::1]'].map((host) => `${host}:${this.port}`);
    const own = this.options.publicUrl ? [new URL(this.options.publicUrl).host] : [];
    return this.isLoopback ? [...loopback, ...own] : own;
  }
}
