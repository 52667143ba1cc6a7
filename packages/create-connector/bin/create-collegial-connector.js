#!/usr/bin/env node
// npm links a command only when its file is there at install time, before the first build.
import '../dist/bin.js';
