import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const simulation = ['shared/test/simulation.test.ts', 'shared/test/fuzz.test.ts', 'shared/test/endless.test.ts', 'shared/test/golden/**/*.test.ts'];
export default defineConfig({
  test: {
    projects: [
      // Pure functions: the files of a worker share their modules, loaded and compiled once.
      { test: { name: 'unit', include: ['shared/test/**/*.test.ts', 'assets/test/**/*.test.ts'], exclude: simulation, testTimeout: 60_000, isolate: false } },
      { test: { name: 'simulation', include: simulation, testTimeout: 600_000, isolate: false } },
      // Real servers and sockets: one file at a time, so that they do not starve each other on a small machine.
      // The LTI library that tests our test platform imports without file endings, which Node does not resolve.
      { test: { name: 'server', include: ['server/test/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 60_000, fileParallelism: false, server: { deps: { inline: ['@lti-tool/core'] } } } },
      { plugins: [react()], test: { name: 'client', include: ['client/test/**/*.test.{ts,tsx}'], environment: 'jsdom', testTimeout: 60_000 } },
    ],
  },
});
