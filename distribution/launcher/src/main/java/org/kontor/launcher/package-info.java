/// Starts the portal: one process, one data folder.
package org.kontor.launcher;
