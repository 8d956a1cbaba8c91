import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

// Under a sub-path, as on GitHub Pages: an address that forgets the base fails here.
const ADDRESS = {
  host: '127.0.0.1',
  port: Number(process.env.UNCLENCH_E2E_PORT ?? 4173),
  base: '/some/path/',
};
const baseURL = `http://${ADDRESS.host}:${ADDRESS.port}${ADDRESS.base}`;
const site = process.env.UNCLENCH_E2E_SITE ?? 'build/e2e-site';

const chromium = process.env.UNCLENCH_CHROMIUM ?? '/usr/bin/chromium';
const launchOptions = existsSync(chromium) ? { executablePath: chromium } : {};

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'build/e2e-results',
  fullyParallel: true,
  workers: 2,
  // How long things take is for the benchmarks: a busy machine must not fail a test.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: { baseURL, launchOptions, trace: 'retain-on-failure' },
  webServer: {
    command: `node tests/e2e/server.mjs ${site} ${ADDRESS.port} ${ADDRESS.base}`,
    url: baseURL,
    reuseExistingServer: !process.env.CI,
  },
  projects: [
    {
      name: 'phone',
      use: {
        ...devices['Desktop Chrome'],
        viewport: { width: 390, height: 844 },
        isMobile: true,
        hasTouch: true,
      },
    },
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } },
    },
  ],
});
