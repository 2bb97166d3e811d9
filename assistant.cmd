@echo off
rem Starts the Banking Assistant on Windows: finds a JDK, builds where needed, runs.
setlocal EnableExtensions DisableDelayedExpansion
set "NEEDED=25"
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"
set "JAR=%ROOT%\target\banking-assistant.jar"
set "LIB=%ROOT%\target\lib"

set "JDK="
if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JDK for /f "delims=" %%J in ('where java 2^>nul') do call :try "%%~dpJ.."
if not defined JDK for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\scoop\apps\*") do call :try "%%~fD"
if not defined JDK (
    >&2 echo The Banking Assistant needs a JDK %NEEDED% or newer, and none was found: install one, for example Eclipse Temurin %NEEDED%, or set JAVA_HOME to its folder.
    exit /b 1
)

set "STALE="
if not exist "%JAR%" set "STALE=1"
if not exist "%LIB%\" set "STALE=1"
if not defined STALE if exist "%ROOT%\pom.xml" call :compare
if defined STALE call :build || exit /b 1

set "DJL_OFFLINE=true"
set "OPT_OUT_TRACKING=true"
rem threads that wait for work leave the processor to others: spinning costs seconds when the machine is busy
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"

rem JavaFX goes on the module path, everything else on the class path
set "MODULES="
set "CLASSES=%JAR%"
for %%F in ("%LIB%\*.jar") do call :place "%%~fF" "%%~nxF"

"%JDK%\bin\java.exe" -Xms48m -Xmx768m -XX:+UseSerialGC -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -XX:-ShrinkHeapInSteps -XX:-HeapDumpOnOutOfMemoryError -XX:-CreateCoredumpOnCrash -XX:+SuppressFatalErrorMessage -XX:-UsePerfData --enable-native-access=ALL-UNNAMED,javafx.graphics --module-path "%MODULES%" --add-modules javafx.controls,javafx.fxml "-Dbankassistant.home=%ROOT%" -Djava.awt.headless=true -Dai.djl.offline=true -DOPT_OUT_TRACKING=true -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -cp "%CLASSES%" bankassistant.app.Main %*
exit /b %ERRORLEVEL%

rem Takes a folder as the JDK if it holds a compiler of the needed release.
:try
if defined JDK exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "RELEASE="
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "RELEASE=%%~V"
if not defined RELEASE exit /b 0
for /f "tokens=1 delims=.-+_" %%V in ("%RELEASE%") do set "RELEASE=%%V"
if %RELEASE% GEQ %NEEDED% set "JDK=%~f1"
exit /b 0

rem Finds out whether a source is newer than what was built.
:compare
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:JAR).LastWriteTimeUtc; $sources = @(Get-Item -LiteralPath (Join-Path $env:ROOT 'pom.xml')) + @(Get-ChildItem -LiteralPath (Join-Path $env:ROOT 'src\main') -Recurse); if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1) { exit 1 }"
if errorlevel 1 set "STALE=1"
exit /b 0

:build
where mvn >nul 2>nul
if errorlevel 1 (
    if exist "%JAR%" if exist "%LIB%\" (
        >&2 echo The sources are newer than what was built, but Maven is missing: starting what was built.
        exit /b 0
    )
    >&2 echo The Banking Assistant is not built yet and Maven is missing: install Maven, the command mvn, and start again.
    exit /b 1
)
>&2 echo Building the Banking Assistant; the first time this takes some minutes...
set "LOG=%TEMP%\banking-assistant-build-%RANDOM%%RANDOM%.log"
set "JAVA_HOME=%JDK%"
pushd "%ROOT%"
call mvn -q -B -DskipTests package >"%LOG%" 2>&1
set "FAILED=%ERRORLEVEL%"
popd
if not "%FAILED%"=="0" (
    >&2 type "%LOG%"
    del "%LOG%"
    >&2 echo The Banking Assistant could not be built; what Maven said stands above.
    exit /b 1
)
del "%LOG%"
rem Maven leaves the jar alone when a change did not alter it
powershell -NoProfile -Command "(Get-Item -LiteralPath $env:JAR).LastWriteTimeUtc = [DateTime]::UtcNow"
exit /b 0

:place
set "NAME=%~2"
if /i "%NAME:~0,7%"=="javafx-" (
    if defined MODULES (set "MODULES=%MODULES%;%~1") else set "MODULES=%~1"
) else set "CLASSES=%CLASSES%;%~1"
exit /b 0
