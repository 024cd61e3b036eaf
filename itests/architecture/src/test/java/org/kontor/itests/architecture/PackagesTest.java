package org.kontor.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Packages: what they are called, what they promise, what leaves the bundle.
class PackagesTest {
    private static final Pattern CLAUSE = Pattern.compile("(?:^|,)([\\w.]+)(?=[;,]|$)");

    /// A package's folder with its source of `package-info`.
    private record Declared(Bundle bundle, String name, String source) {}

    @Test
    void everyPackageIsNullMarked() {
        assertThat(declared().filter(each -> !each.source.contains("@NullMarked"))).extracting(Declared::name).isEmpty();
    }

    @Test
    void exportAndVersionGoTogether() {
        assertThat(declared().filter(each -> each.source.contains("@Export") != each.source.contains("@Version"))).extracting(Declared::name).isEmpty();
    }

    @Test
    void internalsAreNotExported() {
        assertThat(declared().filter(each -> each.name.contains(".internal") && each.source.contains("@Export"))).extracting(Declared::name).isEmpty();
    }

    @Test
    void theCoreExportsNothing() {
        assertThat(declared().filter(each -> each.name.startsWith("org.kontor.core.") && each.source.contains("@Export"))).extracting(Declared::name).isEmpty();
    }

    @Test
    void onlyExportedPackagesLeaveTheBundle() {
        for (Bundle bundle : Bundle.ours()) {
            Set<String> leaving = CLAUSE.matcher(bundle.header("Export-Package").orElse("").replaceAll("\"[^\"]*\"", "\"\"")).results()
                    .map(clause -> clause.group(1)).collect(Collectors.toCollection(TreeSet::new));

            assertThat(leaving).as(bundle.name())
                    .isEqualTo(declared(bundle).filter(each -> each.source.contains("@Export")).map(Declared::name).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void packagesStartWithTheNameOfTheirBundle() {
        assertThat(declared().filter(each -> !(each.name + ".").startsWith(each.bundle.name() + "."))).extracting(Declared::name).isEmpty();
    }

    @Test
    void folderArtifactAndBundleHaveOneName() {
        Pattern artifact = Pattern.compile("<artifactId>([^<]+)</artifactId>\\s*<(?:name|packaging)");
        for (Bundle bundle : Bundle.all()) {
            Matcher found = artifact.matcher(Bundle.text(bundle.folder().resolve("pom.xml")));

            assertThat(found.find()).as(bundle.name()).isTrue();
            assertThat(List.of(found.group(1), bundle.header("Bundle-SymbolicName").orElse("").replaceAll(";.*", ""))).containsOnly(bundle.name());
        }
    }

    @Test
    void everyBundleSaysWhatItIsForInAtMostSixtyLines() {
        for (Bundle bundle : Bundle.all()) {
            Path readme = bundle.folder().resolve("README.md");

            assertThat(readme).exists();
            assertThat(Bundle.text(readme).lines().count()).as("lines of " + readme).isLessThanOrEqualTo(60);
            assertThat(Bundle.text(readme)).as(bundle.name()).contains("Why so");
        }
    }

    private static Stream<Declared> declared() {
        return Bundle.ours().stream().flatMap(PackagesTest::declared);
    }

    private static Stream<Declared> declared(Bundle bundle) {
        return Bundle.files(bundle.sources(), ".java").stream().map(Path::getParent).distinct()
                .map(folder -> new Declared(bundle, bundle.sources().relativize(folder).toString().replace('/', '.'), source(folder.resolve("package-info.java"))));
    }

    private static String source(Path file) {
        return Files.exists(file) ? Bundle.text(file) : "";
    }
}
