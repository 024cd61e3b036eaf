package org.kontor.itests.core;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.storage.Engine;

/// A few of the rounds that `./kontor soak documents` makes many of. `-Dkontor.crash.rounds=10` makes more, `-Dkontor.crash.seed=7` other ones.
class KilledWritesTest {
    private static final int ROUNDS = Integer.getInteger("kontor.crash.rounds", 3);
    private static final long SEED = Long.getLong("kontor.crash.seed", 20_261);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void losesAndDoublesNothing(Engine engine) throws Exception {
        new KilledWrites(folder, engine, SEED).rounds(ROUNDS);
    }
}
