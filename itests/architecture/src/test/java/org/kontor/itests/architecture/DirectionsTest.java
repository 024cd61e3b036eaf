package org.kontor.itests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The directions of the design: ui, rest → modules → api ← core → storage.
class DirectionsTest {
    private static final String P = "org.kontor.";

    /// The only ways from module to module, through exported packages; they have no cycle. The way out for more: an event.
    private static final Map<String, Set<String>> MODULES = Map.of(
            "leads", Set.of("contacts", "mail"), "deals", Set.of("contacts"), "billing", Set.of("contacts"), "mail", Set.of("contacts"),
            "booking", Set.of("contacts", "calendar"), "intake", Set.of("contacts"), "marketing", Set.of("mail"), "disk.sync", Set.of("disk"));

    @Test
    void classesWereSeen() {
        Set<String> seen = Code.CLASSES.stream().flatMap(type -> Code.bundle(type).stream()).collect(Collectors.toSet());

        assertThat(seen).containsAll(Code.BUNDLES.stream().map(Bundle::name).toList());
        assertThat(Code.CLASSES).hasSizeGreaterThan(300);
    }

    @Test
    void theApiDependsOnNothing() {
        classes().that().resideInAPackage("org.kontor.api..")
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.kontor.api..", "org.osgi..", "org.jspecify..")
                .check(Code.CLASSES);
    }

    @Test
    void vaadinIsKnownToPagesOnly() {
        DescribedPredicate<JavaClass> notPages = DescribedPredicate.describe("are not in a *.ui* bundle",
                type -> Code.bundle(type).filter(bundle -> !pages(bundle)).isPresent());

        noClasses().that(notPages).should().dependOnClassesThat().resideInAnyPackage("com.vaadin..").check(Code.CLASSES);
    }

    @Test
    void bundlesKnowEachOtherInTheDirectionsOfTheDesign() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : Code.CLASSES) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                Optional<String> from = Code.bundle(type);
                Optional<String> to = Code.bundle(dependency.getTargetClass());
                if (from.isPresent() && to.isPresent() && !allowed(from.get(), to.get())) {
                    wrong.add(from.get() + " -> " + to.get() + ": " + type.getSimpleName() + " uses " + dependency.getTargetClass().getSimpleName());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyTouchesTheInternalsOfAnother() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : Code.CLASSES) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getPackageName();
                if (target.startsWith(P) && target.contains(".internal") && !Code.bundle(type).equals(Code.bundle(dependency.getTargetClass()))) {
                    wrong.add(type.getName() + " touches " + dependency.getTargetClass().getName());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void packagesOfTheShellHaveNoCycles() {
        slices().matching("org.kontor.ui.shell.internal.(*)..").should().beFreeOfCycles().check(Code.CLASSES);
    }

    @Test
    void packagesOfTheCoreHaveNoCycles() {
        slices().matching("org.kontor.core.(**)").should().beFreeOfCycles().check(Code.CLASSES);
    }

    private static boolean allowed(String from, String to) {
        if (from.equals(to) || from.startsWith(P + "testkit")) {
            return true;
        }
        String target = to.substring(P.length());
        return switch (target) {
            case "api" -> true;
            case "storage" -> from.startsWith(P + "core.");
            case "ui.api" -> pages(from) && !from.equals(P + "ui.api");
            default -> from.equals(to + ".ui") || MODULES.getOrDefault(from.substring(P.length()), Set.of()).contains(target)
                    || from.startsWith(P + "payments.") && target.equals("billing");
        } && !from.equals(P + "api");
    }

    private static boolean pages(String bundle) {
        return bundle.startsWith(P + "ui.") || bundle.endsWith(".ui");
    }
}
