"""Add what fair queues, limits, memory of upkeep and a second way of delivery need. Safe to run again.

On SQLite the script is a transaction of its own: aerich's ends where a script begins.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

SQLITE = """
BEGIN IMMEDIATE;
{columns}
DROP INDEX IF EXISTS "Work_priority_createdAt_idx";
CREATE INDEX IF NOT EXISTS "Work_priority_turn_createdAt_idx" ON "Work" ("priority" DESC, "turn", "createdAt");
DROP INDEX IF EXISTS "Work_userId_idx";
CREATE INDEX IF NOT EXISTS "Work_userId_turn_idx" ON "Work" ("userId", "turn");
CREATE TABLE "Charge_new" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "taskId" TEXT NOT NULL,
    "userId" TEXT,
    "serverId" TEXT,
    "painter" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "tokens" INTEGER NOT NULL DEFAULT 0,
    "costMicros" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Charge_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "Charge_new" SELECT "id", "taskId", "userId", "serverId", "painter", "model", "tokens", "costMicros",
    "createdAt" FROM "Charge";
DROP TABLE "Charge";
ALTER TABLE "Charge_new" RENAME TO "Charge";
CREATE INDEX "Charge_createdAt_idx" ON "Charge" ("createdAt");
CREATE INDEX "Charge_userId_idx" ON "Charge" ("userId");
CREATE TABLE IF NOT EXISTS "MemberSettings" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "settings" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "MemberSettings_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE TABLE IF NOT EXISTS "Quota" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subject" TEXT NOT NULL,
    "day" DATETIME NOT NULL,
    "orders" INTEGER NOT NULL DEFAULT 0,
    "forgottenAi" INTEGER NOT NULL DEFAULT 0,
    "lastOrderAt" DATETIME
);
CREATE UNIQUE INDEX IF NOT EXISTS "Quota_subject_day_key" ON "Quota" ("subject", "day");
CREATE INDEX IF NOT EXISTS "Quota_day_idx" ON "Quota" ("day");
CREATE TABLE IF NOT EXISTS "Upkeep" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "isWell" BOOLEAN,
    "detail" TEXT
);
CREATE INDEX IF NOT EXISTS "Upkeep_kind_startedAt_idx" ON "Upkeep" ("kind", "startedAt");
COMMIT;
"""
NEW_COLUMNS = {
    ("Delivery", "way"): 'ALTER TABLE "Delivery" ADD COLUMN "way" TEXT NOT NULL DEFAULT \'edit\';',
    ("Work", "turn"): 'ALTER TABLE "Work" ADD COLUMN "turn" INTEGER NOT NULL DEFAULT 0;',
}
"""SQLite cannot add a column only where it is missing."""

POSTGRES = """
ALTER TABLE "Delivery" ADD COLUMN IF NOT EXISTS "way" TEXT NOT NULL DEFAULT 'edit';
ALTER TABLE "Work" ADD COLUMN IF NOT EXISTS "turn" INTEGER NOT NULL DEFAULT 0;
DROP INDEX IF EXISTS "Work_priority_createdAt_idx";
CREATE INDEX IF NOT EXISTS "Work_priority_turn_createdAt_idx" ON "Work" ("priority" DESC, "turn", "createdAt");
DROP INDEX IF EXISTS "Work_userId_idx";
CREATE INDEX IF NOT EXISTS "Work_userId_turn_idx" ON "Work" ("userId", "turn");
ALTER TABLE "Charge" ALTER COLUMN "userId" DROP NOT NULL;
ALTER TABLE "Charge" DROP CONSTRAINT IF EXISTS "Charge_userId_fkey";
ALTER TABLE "Charge" ADD CONSTRAINT "Charge_userId_fkey"
    FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE TABLE IF NOT EXISTS "MemberSettings" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "settings" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "MemberSettings_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE TABLE IF NOT EXISTS "Quota" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subject" TEXT NOT NULL,
    "day" TIMESTAMPTZ(3) NOT NULL,
    "orders" INTEGER NOT NULL DEFAULT 0,
    "forgottenAi" INTEGER NOT NULL DEFAULT 0,
    "lastOrderAt" TIMESTAMPTZ(3)
);
CREATE UNIQUE INDEX IF NOT EXISTS "Quota_subject_day_key" ON "Quota" ("subject", "day");
CREATE INDEX IF NOT EXISTS "Quota_day_idx" ON "Quota" ("day");
CREATE TABLE IF NOT EXISTS "Upkeep" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "isWell" BOOLEAN,
    "detail" TEXT
);
CREATE INDEX IF NOT EXISTS "Upkeep_kind_startedAt_idx" ON "Upkeep" ("kind", "startedAt");
"""

# Charges without a member stay as they are: the column may go back, the money was spent.
BACK = """
DROP TABLE IF EXISTS "Upkeep";
DROP TABLE IF EXISTS "Quota";
DROP TABLE IF EXISTS "MemberSettings";
DROP INDEX IF EXISTS "Work_priority_turn_createdAt_idx";
CREATE INDEX IF NOT EXISTS "Work_priority_createdAt_idx" ON "Work" ("priority", "createdAt");
DROP INDEX IF EXISTS "Work_userId_turn_idx";
CREATE INDEX IF NOT EXISTS "Work_userId_idx" ON "Work" ("userId");
ALTER TABLE "Work" DROP COLUMN "turn";
ALTER TABLE "Delivery" DROP COLUMN "way";
"""


async def upgrade(db: BaseDBAsyncClient | None) -> str:
    """The statements for the connection's dialect; aerich hands in no connection for PostgreSQL at times."""
    if db is None or db.capabilities.dialect != "sqlite":
        return POSTGRES
    there = set()
    for table in {table for table, _ in NEW_COLUMNS}:
        for row in await db.execute_query_dict(f'PRAGMA table_info("{table}")'):
            there.add((table, row["name"]))
    missing = [statement for column, statement in NEW_COLUMNS.items() if column not in there]
    return SQLITE.replace("{columns}", "\n".join(missing))


async def downgrade(db: BaseDBAsyncClient | None) -> str:
    """Takes the new tables and columns away."""
    return BACK


MODELS_STATE = (
    "eJztXWtz2zYW/SsYfUk6o3rStLvtZHZ2xnGc1pvYaWO56ezODg2RkIg1RbAAaEWbzX9fAA"
    "QfkiCSoB6mRH5pHRIXoA5B4NyDi4svgxnxUMDOzl2XxCEfvAJfBiGcIfHH6q0hGMAoym/I"
    "CxyOA1W2WGjMOIWurGsCA4bEJQ8xl+KIYxKqwmAOFwCHr8Dcx64PsIdCjvkCkAmAIKLkUV"
    "yh4LmPKAL3HmYuod79NwAzbTBDszGiZ7I1j7iiORxOd11xHOI/Y+RwMkVclBfV/+vf4jIO"
    "PfQZMfnPL4MJRoGn/h6klUvT9G8NypU3kJboc0QRYwIDllaWIq0LOqmhs1aD84AWCvBFpC"
    "zubq5+u7scqGoF2vLS4KusMnpw1FMtvUnsyZLqupPWMBKGFySIZ6GCcey4yT+y4tGC+yTM"
    "yguU5dUpChGFHHmF1xvGQaA7QnopQU9c4DRGGWxefsFDExgHspMM/jaJQ1f2DaB7HPbYmR"
    "tj7+/6yQplHefmw8i5vRw5zmCtY8nnWOkS+pIrQBcw4ZBL7L98TerNAVFXBwqWyz9Gg6+q"
    "AOTQyd9wjqZCxAbP1GA3iKYXckjzzyzFKUXiibDLsSp+FrXxWvqWuouZA/WwYPn5rg8/3c"
    "SRookYcH0xhD+g0ArBNctG6OmR7jjBE31PTFYNsFs17B50YqLHovs4kK8DdxVyNEV0A3bL"
    "livI4YRenQxyVzejy58vP66Ap/qNYz/FLpl1r88JJmuJWGbRPbCw12BcKxp1DzKWeC4O4+"
    "IH2vWzVcvugRczQeYsSZy06RRzk87r5MHocEks1sF7SyjC0/AdWryV169EezB0TV1Mu5V3"
    "uprjhC6/mn8OFM4zb7/Yy8RvF78YcfXrL85vL87fXIIPN+Du1zfno0ugrySCwRi6D3NIPW"
    "cJfHmHvCQrV7Ky67dmL2erV2AIpwou+bvkr9Dv4cKHdIoGBqlJ3xmWKU2FMpVC0zUJ0QKw"
    "CIV8COYUc45CwH0EZmQmrgHMpfQzxkGAvFcAApdC5gM44YjKewERgxcICffF+1lXm3Zeu6"
    "Xk5FIke/E5r5KXEsicrLzoJZ+LYtKKjCSHrkIzeiSq10ZSuKKBXqc6jE4F2YPttCNtOjXt"
    "LJMc+rhhpr4NyXwSwAe0keVIUyNyp+a3mRQraWcr8uU2HexqagSxwiuz6CBayvFitmpKbt"
    "Xoi2wE2YtVvF7sBSOzduISxp0ZdimxxkqaXmeWXcErIURGoe6NuDPCs03jfc691uESEzLi"
    "wvQs/WNf4K0zkoQGnInJysBJbsj8+Tf7+WalWzG6ulYLkpHoSlOqbg7ktdvR+fWvo38+//"
    "6bp3eLj26WbY1X3E7kGjvFon1wc/f+fXu84jcowIJCLgYGvzi7NyzzjJdKVfrGn1QQBASS"
    "8T9jgMTcFW6r9Fg5AWMEmE/m4Rm4V7PovbwuugdDHhCjjadbAoSCuS+8XuHO6rWLdTd5nw"
    "1ZesyJBlnhyaYwJoplU1e2Dc5XtU/7xAxvs+8qenmAXSgbbeSPFey3cMpOgDXbr6J1Z3Jd"
    "X3csW7qtYISqgsvEfme08HggbcQAe8GlYW91fRiGKGiEnLbt7LA4E/O+oGCNsNO2Xe12KP"
    "LRTPw6g3L1mpAAwXBTYEvRcAW3sbDcV6fLrhShMxPiXUD2+sOH95fnNyuoBcSFgd2ieW7S"
    "QbWvQYzBVrEFzbQXEqH0QUxXDzIL9PrVU7IXJH5aI/CVYc8R66E8hwursUCXP+BIgDzM13"
    "trdvVg0qCNbrUsVKwD/CFEIyL+U1NEHOlKjlGhqNQQC1JOo8CarWTBt/CRxBSrFtd0wfzm"
    "sEwYXC5WY3tWsg0KBPgBMQAB49h9MO+3Kilpqc3lyr6upDrmJPtdadhJZllru9RKnEuDZv"
    "P2+oCXFoiGPR96WjUn+RpsVe/8uzvotN0ad6ePDj6mddCWQreP6GDDt70DnH9O8b2awene"
    "htIWIL48HLY7JHvlpRio5vpr28w3DWVrkM6UO4J7NJkgl7N7AEMP3DO+CJD4myLwj1uBGB"
    "fDoomKWts3Jqi1A6+XgUhZat047J41HoQ14uTdULtwTGV1R7sakRlRMosMNLt8W7o26SBe"
    "THiMLnKa9bXE+GrbHnc8QqFpfR5zyzWUzKKD3c31oZxuBftQV2xgy0xvtGUH4YNc1DaOLV"
    "ehlqw6iBqFFHM7sT436SBekrpPKYlDTyJC7LbP5MYXqW0HIdRM3wq5gk0HEVPekKU+t+ju"
    "PNoryjsC91h2iBxff+2l0TYlTsjBn6TLhIbp6bW2ffvuIwpUlPpm9JdWb0/kFaw4KzjwqC"
    "lU3Qam20T+e4M4xHXiCdvpDa8jZSX75qB6GQ5mSNMAj24DayGRK/nlArq+UR4v3B2WSeMr"
    "5WrI4hF2eUwR4D7kYAYXcsuUJ8avEMCp+DlD8IAiDuKQ46C4Owrcz8QLk6Kn2lJVqpzvow"
    "n79LmziP8CmV+lqecIOrlRk3gPlO3VqN9iZtNL922Q7pMO4Piy29jAWuht3eGJSxnw+jUP"
    "e9DS0c4Ks6JR91T7LfbToR1vpTuivtfIV+6lioPDv1UE9u6CN65VDO4t4lz8YGZipyslSh"
    "mqoWyNXAKCOMI0GNj1CUNgQqhMhjdjKHhUZJHpKqv46LaVVTPPjeysDXpTG0LiG9IxVug0"
    "9eXlglEHSUUceU2HbW3az5D7GqKrhFTLTTJNZdQ2jAh7F1G3mgF/iwmHpokvuVE63+VFLK"
    "c5MSVBkKQhALHKVyMPGfLg4hkDAZ5hLuapd4K8yByvY+ItwHgB5OMNASOJ1IK5zIYjs83I"
    "84eInMrERDclMpFs1bx4gNZtk+vE4/8gN9nzBhdVooqC3dE2jjBoIuHUbkfW3ys2baAIeS"
    "epzxBymw4SBM+0/7WCGXjGPbA9J1j3mgn1ELXOlplbdSRTZjYxOBDbgpXZnuMOIRZAxh3V"
    "T5pQe2n9QRr3WQJaL798jEMT9ZSXS4lnWqCSdv5C5jp9IlCZI87ADZFUTQZxAMGaZB5FuQ"
    "H/FZB5ULDcB8NSaqfOI3BlZp5v42idU+62akvCqNMdVhA4AZOTlGy0qbuQJixNu1GjwdTM"
    "0TaNTkywa1JvDqrXYM9WD8JW25DEs70DdX+CQn+CwtMhpvMIWyFWsOkgYohSy00GmUX3Vq"
    "77IydquTn9kRN2eAkaTRsu92jTfrnnuNLznTrMbVgzby+k/R6NdiwvHkwNulVuTFkwzkqJ"
    "YZlGZChbd5VSrw3m8TOYMxRM7ANxGlW0RRDOU/qQrVx776NxDsb6+2icvfKGlij2t4kMax"
    "6ck1sVo3JeqE5iKzGRf4tDoE9CTyI15mgMIvF4gMjBVUrpTDwJkF/zGDJ0Bj6JW2GwSBR2"
    "Gaxh0u93XbltyEfS6EgdG1Ohcd+m58AXbGop+r3WfaDpInk/9qcGLfWCbs4berOCvauZ2/"
    "VThnHK6F3N3tXsXU0zjVnamG0iM6s7t0sozVrR2n5mYildwDFakNBTfEOUFX3qGQPJl8jO"
    "QJagM6co4nHUdmMfPiIQkhBt9kF33Yg10ckdyzCWAbiVdKcIaB5PkBhvG8kQUfyoT7ypnY"
    "t0wwPpqmonJV15KjIPrbOiLj+JrqHpA0Bq2Z4wsGshghSFvDpQZbmZ1KppIEd7kqkftQTS"
    "hyMc4fmCRw1dYWxexq38hLyCWdfOx5NDuM0Yp8t3LyahDxKyRewRUpylN7IJTlgy7EhsAp"
    "UL31TMl2LiYw0wS+1/z81P/XhZM5CJX2L1meYmHfxKtUdl2d1yqxMnGRsir/p8HzvCt9nG"
    "Mem22npnBW+5g5954hLbYpa5352hfCUKrupAvYRbJeEWP84mp10lfW4HOFsfdtXOzloJ+N"
    "KnvYS4eAJwc/f+/bayeY2jyCzTcWx/EFkblLFDHEO21SqFOhrYsDiRHhm8eU0iK1G5FCFe"
    "OqCxCn7Q71DcOAP3WW7SfLVgCO7F9C7exL1Kh5Hc0hgNwZhwvywkbp8NbXFeLuQxq5KnJZ"
    "r5ObnSwk4Gry3vq4b6M87aJYQnXcQG0dyki1SVEukFWO9pKdp1RDWyzoi6VTbU4+5WyYRg"
    "hVZu0g3np9+w2B9Vc4x6UB85fjio+zDAPgxw737z04UBFheSZKIdakgAZ3+My5tCXUc5D5"
    "YfIjQn9GEXMH3S9ZwIRJZizV30gFA0MMg1+s6wTLAplLGRbGJlpk+ZSbOTSrUkFOM5eFBJ"
    "TOc+UvtUMANejJKD3QUsnNB7cU+UHyNXbnER1eFy3WY/rVmKNw/ihpZuaC1RJYHWkXZOZt"
    "RrK23QVtJ3WRvP1KAjTKRPf/EkLLkl6S/aOVHuDGXMnDkKTOfslUZ7YvZJWzUL9jweVM0h"
    "n5tOJyyNkEpNuqHttGSv9B0T1285TB57jRXmd8uZ4XI5y0z7SX77MMlvn6y2IbXaNsNeiK"
    "e+IGqhonC++GyfMfBfucsHjLKlODBVSe4FoQsJoNoFqEqwv79Gmy30VRHEDOF0kc9qdU/+"
    "OosmZPGmOVEtm9K/RrXYbxdvDevtRTjrPP6mTSGVifyNW0J6vmtgYupIS5fEpsCt8lVbZX"
    "qRWnZk3ZYTDgOnaZpLYTvqWq5LFruumK+a9TFt3LVeNhGcPaYNv0tt3AXMWsP2FR818Pxk"
    "raeM4esSNRIiJQxbcGo0E29YkWoIogC6yCeBJ7l36CUMnAoeFD7CAHv6+HEIHhHF4td4AH"
    "qepI/SWqq2BkK/15YsWbx6gGraK0iVKtlT3fZQ3eTV2QCaWXSQ56r/24CVGnRD1lmjrHZf"
    "amrRPbD6+KY+vunoxsd9ZMYsJE5wFa02uG9p3MPbd9URD+duRs6PE/jywBDXh3RqSs1ng9"
    "GFquRoh9hyhCbwkcQU821BepvWc6pdKftNjpqHt4Rr+/1nx4AZjU3ykg1O+py8UwSHpX7g"
    "VgAV0hGfJEh6A2OyALwtVqt5Dk8RMXkE3ZY4pXsvTwWehgG4m3Po20eWXistqniWw4lwCU"
    "uNUUXYGjTGNPJ2s8aYlagRP6DOs1fr+fJrSBbmKZkD9BkzzpLs53MfB0geZ5GcgOpDBkLC"
    "k5NQX6m1/UdEPexykIR/M2Ns6Z7bstQZI4qJ4GCJeBhT1R9rb92VADtpDY40b5qWM1/qVQ"
    "9Rp1290K9abRjY2obzOtuQFKBf0z+MJgU5R7PIel2rYHbCS1qGZUDrheaiXUegChBkyFFr"
    "UNZKm7K9S0376N0qUVNuGrLMp5mbdE+CL3ILu6wIuV1HvmLB7ZwxmhBqH/MlTF9nlv03XP"
    "UNu3KXauBQJH4da7pApOr4mFbRb36oCX2/JPeU8KfunVXknrY54WF4q1CqZV9yHV3LHHNN"
    "ZbQ2OJGVO+QL3vbh08qdI4pdf2DQkfSdYZmSBPMyVVrSZti2OOPU5GSLD1f1qrVv1hieZf"
    "hi9Ttqbb8SDyv+9+3L73748Yefvv/rDz8NpcciLmVXfiz/wCvki41py+XqrRnax42pyo9T"
    "vhDfy2cnQOGUy0/j5V/+UgLo7+cfL345//hclFKzGhGfQfJ13OhbL5N7K5pHFNkgrIufIL"
    "rfvXhRA11RaiO66t4KpSJi+jZFSstckWaECyarRErKyf8DAWZHHN1hAleCIWueMfZnUMT0"
    "+fX5H6twX7z/8HqVV8kKXj912PXX/wMGSmK9"
)
