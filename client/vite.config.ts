import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = 'http://127.0.0.1:2567';
export default defineConfig({
  plugins: [react()],
  // A strict content policy allows no inlined scripts or data addresses.
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022', chunkSizeWarningLimit: 700 },
  server: { port: 5173, fs: { allow: ['..'] }, proxy: { '/api': server, '/matchmake': server, '^/[A-Za-z0-9_-]+/[A-Za-z0-9_-]+$': { target: server, ws: true, bypass: (request) => (request.headers.upgrade ? undefined : request.url) } } },
});
