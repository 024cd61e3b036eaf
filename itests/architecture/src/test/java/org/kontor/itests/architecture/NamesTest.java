package org.kontor.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How things are called, and how components are built.
class NamesTest {
    private static final Pattern COMPONENT = Pattern.compile("^@Component\\b", Pattern.MULTILINE);
    private static final Pattern FIELD_REFERENCE = Pattern.compile("@Reference(\\([^)]*\\))?\\s+(private|volatile|protected|public|final)\\b");

    /// Vaadin's own word: it is its `VaadinService`, made to run under OSGi.
    private static final Set<String> BORROWED = Set.of("org.kontor.ui.shell.internal.vaadin.UiService");

    @Test
    void namesSayWhatAThingIs() {
        assertThat(types().filter(type -> type.getSimpleName().matches(".*(Impl|Manager|Helper|Util|Utils|Service|Data|Info|Base)|Abstract.*|I[A-Z][a-z].*"))
                .map(JavaClass::getName).filter(name -> !BORROWED.contains(name))).isEmpty();
    }

    @Test
    void componentsAreFinal() {
        assertThat(types().filter(type -> component(type) && !type.getModifiers().contains(JavaModifier.FINAL)).map(JavaClass::getName)).isEmpty();
    }

    @Test
    void nothingIsInjectedIntoFields() {
        assertThat(Bundle.ours().stream().flatMap(bundle -> Bundle.files(bundle.sources(), ".java").stream()).filter(file -> FIELD_REFERENCE.matcher(Bundle.text(file)).find())).isEmpty();
    }

    @Test
    void noStaticFieldChanges() {
        assertThat(types().flatMap(type -> type.getFields().stream()).filter(NamesTest::changing).map(JavaField::getFullName)).isEmpty();
    }

    private static boolean changing(JavaField field) {
        return field.getModifiers().contains(JavaModifier.STATIC) && !field.getModifiers().contains(JavaModifier.FINAL) && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    /// Component annotations are gone in class files, so the sources are asked.
    private static boolean component(JavaClass type) {
        return type.isTopLevelClass() && type.getSource().isPresent() && Code.bundle(type)
                .map(bundle -> Bundle.ROOT.resolve("bundles").resolve(bundle).resolve("src/main/java").resolve(type.getName().replace('.', '/') + ".java"))
                .filter(Files::exists)
                .filter(file -> COMPONENT.matcher(Bundle.text(file)).find())
                .isPresent();
    }

    private static Stream<JavaClass> types() {
        return Code.CLASSES.stream().filter(type -> type.getPackageName().startsWith("org.kontor.") && !type.isAnonymousClass() && !type.getSimpleName().equals("package-info"));
    }
}
