/** A record as the feed tells it, with the stamp of its receipt. */
export interface Told {
  record: { id: string; subject: string; device: string; deviceSeq: number };
  received: { at: string; roles: string[] };
}

/** All records that somebody may read, by id; how many came more than once. */
export class Feed extends Map<string, Told> {
  doubled = 0;
}

/** Reads the whole feed, page by page. */
export async function readFeed(url: string, cookie: string): Promise<Feed> {
  const feed = new Feed();
  for (let after = '', more = true; more; ) {
    const page = (await (await fetch(`${url}/api/records?limit=1000${after && `&after=${after}`}`, { headers: { cookie } })).json()) as { records: Told[]; cursor: string; more: boolean };
    for (const entry of page.records) {
      if (feed.has(entry.record.id)) feed.doubled += 1;
      feed.set(entry.record.id, entry);
    }
    after = page.cursor;
    more = page.more;
  }
  return feed;
}
