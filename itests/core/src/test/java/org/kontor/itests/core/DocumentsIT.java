package org.kontor.itests.core;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.storage.Engine;

/// `./kontor soak documents --rounds N`: a portal that changes, imports, merges, undoes and reshapes at once is killed N times on each database. `-Dkontor.crash.seed=7` kills at other moments.
class DocumentsIT {
    private static final int ROUNDS = Integer.getInteger("kontor.rounds", 1);
    private static final long SEED = Long.getLong("kontor.crash.seed", 3);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void losesAndDoublesNothingHoweverOftenItIsKilled(Engine engine) throws Exception {
        new KilledWrites(folder, engine, SEED).rounds(ROUNDS);
    }
}
