package org.kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.kontor.storage.Storage;

class AddressTest {
    @Test
    void ofAnH2FileKeepsWhatIsAcknowledged() {
        assertThat(Storage.h2(Path.of("/data/db/kontor"))).isEqualTo("jdbc:h2:async:/data/db/kontor;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=FALSE");
    }

    @Test
    void ofAnH2SomebodyConfiguredIsCompleted() {
        assertThat(Storage.h2("jdbc:h2:mem:x;LOCK_TIMEOUT=5")).isEqualTo("jdbc:h2:mem:x;LOCK_TIMEOUT=5;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;OPTIMIZE_REUSE_RESULTS=FALSE");
    }

    @Test
    void ofAPostgresqlDoesNotWaitForLocksWithoutEnd() {
        assertThat(Storage.postgresql("jdbc:postgresql://db/kontor")).isEqualTo("jdbc:postgresql://db/kontor?reWriteBatchedInserts=true&ApplicationName=kontor&options=-c%20lock_timeout=10s");
    }
}
