/// Measures the core of documents on H2 and PostgreSQL, each figure beside hand-written SQL of the same run.
@NullMarked
package org.kontor.itests.benchmarks.documents;

import org.jspecify.annotations.NullMarked;
