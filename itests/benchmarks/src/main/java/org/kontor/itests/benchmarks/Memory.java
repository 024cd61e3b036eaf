package org.kontor.itests.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The memory of a process as the operating system counts it.
final class Memory {
    private Memory() {}

    static double residentMegabytes(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        return Long.parseLong(new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip()) / 1024.0;
    }
}
