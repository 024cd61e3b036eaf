package org.kontor.itests.harness;

import java.time.Duration;
import java.util.Optional;

/// Waits for what comes by itself.
public final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(50);

    /// Something to be asked repeatedly; what it throws ends the wait.
    public interface Question<T> {
        T ask() throws Exception;
    }

    private Waiting() {}

    /// Asks until the answer is yes and tells how long that took.
    ///
    /// @throws AssertionError when it is still no after `most`
    public static Duration until(String what, Duration most, Question<Boolean> question) {
        long begin = System.nanoTime();
        present(what, most, () -> question.ask() ? Optional.of(true) : Optional.empty());
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /// Asks until there is an answer.
    public static <T> T present(String what, Duration most, Question<Optional<T>> question) {
        long end = System.nanoTime() + most.toNanos();
        try {
            while (true) {
                Optional<T> answer = question.ask();
                if (answer.isPresent()) {
                    return answer.get();
                }
                if (System.nanoTime() > end) {
                    throw new AssertionError("waited " + most.toSeconds() + " s in vain for " + what);
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + what, e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("waiting for " + what + " failed", e);
        }
    }
}
