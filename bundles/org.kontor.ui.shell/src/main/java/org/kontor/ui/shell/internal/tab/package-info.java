/// What pages stand on: the tab they are in, the services, what bundles contribute, and live changes.
@NullMarked
package org.kontor.ui.shell.internal.tab;

import org.jspecify.annotations.NullMarked;
