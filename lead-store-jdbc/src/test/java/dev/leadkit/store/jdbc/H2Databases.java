package dev.leadkit.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** H2 databases for tests, and a way to come between a test and one. */
final class H2Databases {
    private H2Databases() {}

    /** A fresh database in memory, which lives as long as the process. */
    static DataSource inMemory() {
        return inMemory("");
    }

    /** @param settings as at the end of H2's URLs, such as {@code ;LOCK_TIMEOUT=50} */
    static DataSource inMemory(String settings) {
        return at("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1%s".formatted(UUID.randomUUID(), settings));
    }

    static DataSource at(String url) {
        var dataSource = new JdbcDataSource();
        dataSource.setURL(url);
        dataSource.setUser("sa");
        return dataSource;
    }

    /** One call that is on its way. */
    record Call(Object target, Method method, @Nullable Object @Nullable [] arguments) {
        Object proceed() throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }
    }

    /** Decides what becomes of a call. */
    interface Interceptor {
        Object on(String method, Call call) throws Throwable;
    }

    static <T> T intercepted(Class<T> type, T target, Interceptor interceptor) {
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> interceptor.on(method.getName(), new Call(target, method, arguments)));
        return type.cast(proxy);
    }
}
