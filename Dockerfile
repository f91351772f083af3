# Two images: `api` (the program) and `nginx` (what stands before it). See docs/OPERATIONS.md.

FROM node:22-bookworm-slim AS api
WORKDIR /app
COPY . .
RUN npm run build && mkdir /data && chown node:node /data
USER node
ENV HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# What `npm start` runs, without an npm that waits: signals reach the program.
CMD ["node", "tools/entry.mjs", "start"]

FROM debian:bookworm-slim AS nginx
RUN apt-get update \
  && apt-get install -y --no-install-recommends nginx-light libnginx-mod-http-brotli-filter gettext-base \
  && rm -rf /var/lib/apt/lists/*
COPY deploy /deploy
USER www-data
EXPOSE 8080 8443
CMD ["/deploy/start-nginx.sh"]
