package org.kontor.core.files;

import java.util.Set;
import java.util.Locale;

/// Names of files as they are kept and offered: never a path, nothing that turns the reading direction, nothing a system takes for a device.
final class FileName {
    private static final int LONGEST = 250;
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3");

    private FileName() {}

    static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replaceAll("[\\p{Cntrl}\\p{Cf}:*?\"<>|]", "").strip().replaceAll("^\\.+|[. ]+$", "").strip();
        String some = last.isEmpty() ? "file" : last;
        String stem = some.contains(".") ? some.substring(0, some.indexOf('.')) : some;
        String safe = DEVICES.contains(stem.toLowerCase(Locale.ROOT)) ? "_" + some : some;
        return safe.length() > LONGEST ? safe.substring(safe.length() - LONGEST) : safe;
    }
}
