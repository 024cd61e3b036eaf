package org.kontor.core.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OffFileTest {
    @TempDir
    private Path data;

    @Test
    void remembersOverARestartWhatIsOff() {
        new OffFile(data.resolve("modules-off")).set("tasks", false);

        assertThat(new OffFile(data.resolve("modules-off")).contains("tasks")).isTrue();
    }

    @Test
    void forgetsWhatIsOnAgain() {
        OffFile off = new OffFile(data.resolve("modules-off"));
        off.set("tasks", false);
        off.set("tasks", true);

        assertThat(new OffFile(data.resolve("modules-off")).contains("tasks")).isFalse();
    }
}
