/// Changes to many documents in the background: followed, held, cancelled and taken back.
@NullMarked
package org.kontor.ui.shell.internal.batch;

import org.jspecify.annotations.NullMarked;
