package org.kontor.core.modules;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.api.labels.Label;

/// What a bundle lacks, out of the framework's message, in words a person understands.
final class Missing {
    private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([\\w.]+)\\)(?:\\(version>=([\\w.]+)\\))?(?:\\(!\\(version>=([\\w.]+)\\)\\))?");
    private static final Pattern JAVA = Pattern.compile("\\(osgi\\.ee=JavaSE\\)\\(version=([\\d.]+)\\)");
    private static final int LONGEST = 300;

    private Missing() {}

    /// As `package acme.missing, version 1.0 to below 2.0`; the message itself, shortened, where it says something else.
    static Label in(String message) {
        Set<String> packages = new LinkedHashSet<>();
        Matcher found = PACKAGE.matcher(message);
        while (found.find()) {
            packages.add(found.group(1) + (found.group(2) == null ? "" : " " + found.group(2) + (found.group(3) == null ? "+" : "–" + found.group(3))));
        }
        if (!packages.isEmpty()) {
            return Label.of("modules.missing-package", String.join(", ", packages));
        }
        Matcher java = JAVA.matcher(message);
        if (java.find()) {
            return Label.of("modules.missing-java", java.group(1));
        }
        int start = message.indexOf("missing requirement");
        String some = start < 0 ? message : message.substring(start + "missing requirement".length()).strip();
        return Label.verbatim(some.length() > LONGEST ? some.substring(0, LONGEST) + "…" : some);
    }
}
