import { useEffect, useState } from 'react';

/** False in the server's page and until the script runs: what needs it is not offered before, so no button is dead. */
export function useMounted(): boolean {
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return mounted;
}
