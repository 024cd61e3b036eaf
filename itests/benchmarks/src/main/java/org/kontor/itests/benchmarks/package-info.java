/// Measures the real portal, each figure beside a baseline of the same run.
@NullMarked
package org.kontor.itests.benchmarks;

import org.jspecify.annotations.NullMarked;
