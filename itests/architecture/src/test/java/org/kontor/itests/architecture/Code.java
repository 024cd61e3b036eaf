package org.kontor.itests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The classes of all bundles of ours, read once.
final class Code {
    static final List<Bundle> BUNDLES = Bundle.ours();
    static final JavaClasses CLASSES = new ClassFileImporter().importPaths(BUNDLES.stream().map(Bundle::classes).toArray(Path[]::new));

    private Code() {}

    /// The bundle a class of ours lies in: the longest one whose name its package starts with.
    static Optional<String> bundle(JavaClass type) {
        String name = type.getPackageName();
        return BUNDLES.stream().map(Bundle::name)
                .filter(bundle -> name.equals(bundle) || name.startsWith(bundle + "."))
                .max(Comparator.comparingInt(String::length));
    }
}
