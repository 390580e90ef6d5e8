/** Client build: one page, hashed files, nothing inline, so that `script-src 'self'` is enough. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const SERVER = process.env['CONCERT_SERVER'] ?? 'http://127.0.0.1:2567';
export default defineConfig({
  plugins: [react()],
  publicDir: false,
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  server: {
    fs: { allow: ['..'] },
    proxy: {
      '/api': SERVER, '/matchmake': SERVER,
      // A room's socket: process id, then the code of the match.
      '^/[\\w-]{9}/[A-Z0-9]{6}\\?': { target: SERVER, ws: true },
    },
  },
});
