package org.kontor.ui.shell.internal.vaadin;

import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.data.binder.BeanPropertySet;
import com.vaadin.flow.internal.ReflectionCache;
import java.beans.Introspector;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What Vaadin remembers per class. Each of these was found holding the class loader of a bundle that had gone.
final class ClassCaches {
    private static final Logger LOG = LoggerFactory.getLogger(ClassCaches.class);

    private ClassCaches() {}

    static void forget(ClassLoader gone) {
        ReflectionCache.clearAll();
        Introspector.flushCaches();
        try {
            ((Map<?, ?>) content(BeanPropertySet.class, "INSTANCES")).clear();
            ((Set<?>) content(UIInternals.class, "warnedAboutDeps")).removeIf(type -> ((Class<?>) type).getClassLoader() == gone);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn("Vaadin's class caches could not be cleared: a bundle that went may stay in memory", e);
        }
    }

    private static Object content(Class<?> type, String name) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(null);
    }
}
