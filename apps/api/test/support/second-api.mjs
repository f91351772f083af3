// The built API as a process of its own; prints its address.
import { startApi } from '../../dist/main.js';

const api = await startApi({ connection: JSON.parse(process.argv[2]), host: '127.0.0.1', port: 0 });
console.log(api.url);
process.once('SIGTERM', () => api.close().then(() => process.exit(0)));
