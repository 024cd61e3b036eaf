package org.kontor.itests.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// A class of walks. Its constructor or methods may ask for a [Portal], a [Chromium] and a [Rest]: the portal and the browser are
/// started once for all classes of the run, tabs are closed after each test, and a test that fails leaves pictures in `target/evidence`.
///
/// A walk that kills, restarts or fills a portal starts one of its own: [Portal#start].
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedPortal.class)
public @interface Walk {}
