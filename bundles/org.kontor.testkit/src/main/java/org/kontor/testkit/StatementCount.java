package org.kontor.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/// Counts the statements a thread sends to the database: a batch is one. For tests that a call costs the same however much is stored.
public final class StatementCount {
    private final ThreadLocal<List<String>> sent = new ThreadLocal<>();

    StatementCount() {}

    /// How many statements `call` sends on this thread.
    public int during(Callable<?> call) {
        return sentDuring(call).size();
    }

    /// The statements `call` sends on this thread, in their order.
    public List<String> sentDuring(Callable<?> call) {
        List<String> list = new ArrayList<>();
        sent.set(list);
        try {
            call.call();
            return list;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the call that was counted failed", e);
        } finally {
            sent.remove();
        }
    }

    /// A source whose statements are counted.
    DataSource counting(DataSource source) {
        return proxy(DataSource.class, (_, method, arguments) -> {
            Object result = call(source, method, arguments);
            return result instanceof Connection connection ? counting(connection) : result;
        });
    }

    private Connection counting(Connection connection) {
        return proxy(Connection.class, (_, method, arguments) -> {
            Object result = call(connection, method, arguments);
            if (result instanceof PreparedStatement statement) {
                return counting(PreparedStatement.class, statement, String.valueOf(arguments[0]));
            }
            return result instanceof Statement statement ? counting(Statement.class, statement, "") : result;
        });
    }

    private <S extends Statement> S counting(Class<S> type, S statement, String text) {
        return proxy(type, (_, method, arguments) -> {
            List<String> list = sent.get();
            if (list != null && method.getName().startsWith("execute")) {
                list.add(arguments != null && arguments.length > 0 && arguments[0] instanceof String other ? other : text);
            }
            return call(statement, method, arguments);
        });
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(StatementCount.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
